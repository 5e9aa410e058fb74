"""The whole course as a Common Cartridge: what a learning management system can hold of it without running Python."""
