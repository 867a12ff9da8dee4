import type { frInvite } from "./frInvite"

/** What one sends to colleagues so that they come to Liaison, in English. */
export const enInvite: Readonly<Record<keyof typeof frInvite, string>> = {
  "invite.title": "Leave WhatsApp together with your colleagues",
  "invite.lead":
    "Send this text, or show the code. Both lead to your card, without a phone number.",
  "invite.language": "Language of the text",
  "invite.hello":
    "Hello, to talk about patients I now use Liaison. It is an encrypted messenger for health professionals only.",
  "invite.card": "My card: {address}",
  "invite.how": "To write to me:",
  "invite.open": "Open this link.",
  "invite.signIn": "Sign in with Pro Santé Connect (e-CPS or CPS card).",
  "invite.write": "Name your device, then choose “Write”.",
  "invite.thanks": "Please send me no more patient data by WhatsApp or SMS.",
  "invite.copy": "Copy the text",
  "invite.copied": "Text copied",
  "invite.code": "QR code of the card of {name}",
  "invite.png": "Code as PNG",
  "invite.svg": "Code as SVG",
  "invite.copyFailed": "The browser refused to copy. Select the text by hand.",
  "invite.saveFailed": "The file could not be made. Try the other format.",
}
