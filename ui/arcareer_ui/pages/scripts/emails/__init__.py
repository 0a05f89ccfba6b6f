"""The tab E-mail scripts: messages and calls."""
