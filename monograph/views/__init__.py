"""What a template is given: frozen views whose strings are ready to print; templates do no arithmetic."""
