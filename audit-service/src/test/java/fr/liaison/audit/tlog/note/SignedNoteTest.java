package fr.liaison.audit.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  private static final SignerKey KEY = key("log.example/audit", 1);

  /** The example of the specification. */
  @Test
  void theNoteOfTheSpecificationVerifies() {
    SignedNote note = SignedNote.parse(NOTE);

    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note.isSignedBy(VerifierKey.parse(VKEY))).isTrue();
    assertThat(note).hasToString(NOTE);
    assertThat(VerifierKey.parse(VKEY)).hasToString(VKEY);
  }

  /** RFC 8032 section 7.1, test 1. */
  @Test
  void aSeedGivesThePublicKeyAndSignatureOfTheStandard() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    SignerKey key = SignerKey.ofSeed(new KeyName("x"), seed);

    String typedKey = key.verifier().toString().split("\\+", 3)[2];
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(typedKey)))
        .isEqualTo("01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void aNoteIsSignedReadAndVerified() {
    SignedNote note = KEY.sign("a text\n\nwith an empty line\n");

    SignedNote read = SignedNote.parse(note.toString());

    assertThat(read).isEqualTo(note);
    assertThat(read.isSignedBy(VerifierKey.parse(KEY.verifier().toString()))).isTrue();
  }

  @Test
  void aChangedTextOrSignatureIsNotSigned() {
    String note = KEY.sign("size 12\n").toString();

    assertThat(SignedNote.parse(note.replace("12", "13")).isSignedBy(KEY.verifier())).isFalse();
    char[] changed = note.toCharArray();
    int inSignature = note.length() - 20;
    changed[inSignature] = changed[inSignature] == 'A' ? 'B' : 'A';
    assertThat(SignedNote.parse(new String(changed)).isSignedBy(KEY.verifier())).isFalse();
  }

  @Test
  void unknownKeysAreIgnoredWhateverTheirSignatureSays() {
    SignedNote ours = KEY.sign("text\n");
    SignedNote witnessed = ours.with(key("witness.example", 2).sign("text\n"));

    assertThat(witnessed.isSignedBy(KEY.verifier())).isTrue();
    assertThat(witnessed.isSignedBy(key("other.example", 3).verifier())).isFalse();
    assertThat(witnessed.isSignedBy(key("witness.example", 3).verifier())).isFalse();
  }

  @Test
  void oneBadSignatureOfAKnownKeySpoilsTheNote() {
    SignedNote good = KEY.sign("text\n");
    String badLine = KEY.sign("another text\n").signatureLines().getFirst();
    SignedNote spoiled =
        new SignedNote("text\n", List.of(good.signatureLines().getFirst(), badLine));

    assertThat(spoiled.isSignedBy(KEY.verifier())).isFalse();
  }

  @Test
  void sixteenSignaturesAreAccepted() {
    SignedNote note = KEY.sign("text\n");
    for (int i = 0; i < 15; i++) {
      note = note.with(key("witness.example/" + i, 10 + i).sign("text\n"));
    }

    assertThat(SignedNote.parse(note.toString()).isSignedBy(KEY.verifier())).isTrue();
  }

  @Test
  void malformedNotesAreRefused() {
    String signature = KEY.sign("text\n").signatureLines().getFirst();
    for (String note :
        List.of(
            "",
            "text\n",
            "text\n\n",
            "text\n" + signature + "\n",
            "text\n\n" + signature,
            "te\txt\n\n" + signature + "\n",
            "text\n\n" + signature.replace('—', '-') + "\n",
            "text\n\n" + signature + " more\n",
            "text\n\n— name not-base64!\n",
            "text\n\n— na+me AAAAAAAA\n",
            "text\n\n— name AAAA\n")) {
      assertThatThrownBy(() -> SignedNote.parse(note))
          .isInstanceOf(MalformedLogDataException.class);
    }
  }

  @Test
  void malformedKeysAreRefused() {
    for (String vkey :
        List.of(
            "",
            "name",
            VKEY.replace("530d903a", "530d903b"),
            VKEY.replace("+Aek", "+Bek"),
            VKEY.substring(0, VKEY.length() - 4),
            VKEY.replace("example.com/foo", "exa mple"))) {
      assertThatThrownBy(() -> VerifierKey.parse(vkey))
          .isInstanceOf(MalformedLogDataException.class);
    }
  }

  private static SignerKey key(String name, int seed) {
    byte[] bytes = new byte[SignerKey.SEED_BYTES];
    bytes[0] = (byte) seed;
    return SignerKey.ofSeed(new KeyName(name), bytes);
  }
}
