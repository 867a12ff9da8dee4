package fr.liaison.client.audit;

import java.util.Base64;

/** Base64 as the C2SP formats write it: standard alphabet, padded. */
final class Base64Text {
  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedProof("not base64");
    }
  }
}
