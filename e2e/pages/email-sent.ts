export const emailSentHeading = "Un mail a été envoyé";
