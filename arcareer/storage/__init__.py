"""The library on disk: SQLite, backups and migrations; rows never leave this package."""
