package fr.liaison.client.content;

/** What a plaintext turned out to be. */
public sealed interface Decoded {
  record Known(Content content) implements Decoded {}

  /** Of a version or type this program does not know: shown as such, never guessed at. */
  record Newer() implements Decoded {}

  /** Not our format, or outside its limits: refused whole. */
  record Damaged() implements Decoded {}
}
