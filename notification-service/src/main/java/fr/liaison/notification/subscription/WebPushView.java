package fr.liaison.notification.subscription;

import jakarta.validation.constraints.NotNull;

/** What a browser needs in order to subscribe: our VAPID key, base64url. */
public record WebPushView(@NotNull String publicKey) {}
