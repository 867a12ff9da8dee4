package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;

/** A key and its opened value. */
public record Row(String key, Bytes value) {}
