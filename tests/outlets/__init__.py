"""Outlets over many stories."""
