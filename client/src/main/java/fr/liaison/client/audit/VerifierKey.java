package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signs a log: a C2SP verifier key, {@code name+id+base64(1 || Ed25519 key)}. */
record VerifierKey(String name, Bytes id, Bytes publicKey) {
  private static final Pattern FORM = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+(\\S+)");
  private static final byte ED25519 = 1;
  private static final int KEY = 32;
  private static final String SPKI_PREFIX = "302a300506032b6570032100";

  static VerifierKey parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new MalformedProof("not a verifier key");
    }
    byte[] typed = Base64Text.decode(matcher.group(3));
    if (typed.length != KEY + 1 || typed[0] != ED25519) {
      throw new MalformedProof("not an Ed25519 verifier key");
    }
    byte[] name = (matcher.group(1) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] id = Arrays.copyOf(Merkle.sha256(name, typed), 4);
    if (!HexFormat.of().formatHex(id).equals(matcher.group(2))) {
      throw new MalformedProof("the id does not belong to the key");
    }
    return new VerifierKey(
        matcher.group(1), Bytes.of(id), Bytes.of(Arrays.copyOfRange(typed, 1, KEY + 1)));
  }

  boolean signed(String text, byte[] signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(
                      HexFormat.of()
                          .parseHex(SPKI_PREFIX + HexFormat.of().formatHex(publicKey.toArray()))));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }
}
