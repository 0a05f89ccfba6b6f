"""What can be looked at beside the choices: the numbers, the checks and the boxes of a form."""

PREVIEW, NUMBERS, CHECKS, FORM = "preview", "numbers", "checks", "form"
PANES = (PREVIEW, NUMBERS, CHECKS, FORM)
