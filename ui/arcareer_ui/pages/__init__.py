"""The screens of the app, a folder each."""
