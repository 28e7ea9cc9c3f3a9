"""Two states of the guide, told apart for whoever has to judge an edit."""
