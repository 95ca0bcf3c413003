"""The cards about backups: made, listed, checked, put back."""
