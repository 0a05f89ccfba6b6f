"""The Qt front end of arcareer."""
