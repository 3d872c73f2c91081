"""Choices with a price: what one more de-allocation, change, hour or person would buy."""
