package fr.liaison.notification.subscription;

/** What a browser needs in order to subscribe: our VAPID key, base64url. */
public record WebPushView(String publicKey) {}
