"""Pictures that several renderers show: pages now, print and cards later."""
