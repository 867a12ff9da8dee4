package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a commit shall change and how it travels, for either library; built up call by call. */
final class Plan {
  private final List<Invitation> add = new ArrayList<>();
  private final List<Member> remove = new ArrayList<>();
  private final List<byte[]> psk = new ArrayList<>();
  private @Nullable List<Change.Extension> extensions;
  private boolean held;
  private boolean encrypted;
  private boolean path = true;
  private boolean treeInside = true;

  /** A newcomer and the key package it is added by. */
  record Invitation(Member newcomer, byte[] keyPackage) {
    static Invitation of(Member newcomer) {
      return new Invitation(newcomer, newcomer.keyPackage());
    }
  }

  /** New keys for the committer, nothing else. */
  static Plan empty() {
    return new Plan();
  }

  Plan add(Member... newcomers) {
    return add(List.of(newcomers));
  }

  Plan add(List<Member> newcomers) {
    newcomers.forEach(one -> add.add(Invitation.of(one)));
    return this;
  }

  Plan remove(Member... leaving) {
    remove.addAll(List.of(leaving));
    return this;
  }

  Plan psk(byte[] id) {
    psk.add(id);
    return this;
  }

  Plan extensions(List<Change.Extension> all) {
    extensions = all;
    return this;
  }

  /** With everything that was proposed. */
  Plan held() {
    held = true;
    return this;
  }

  Plan encrypted(boolean yes) {
    encrypted = yes;
    return this;
  }

  /** Without a path where RFC 9420 allows it. */
  Plan withoutPath() {
    path = false;
    return this;
  }

  Plan withoutTree() {
    treeInside = false;
    return this;
  }

  List<Invitation> added() {
    return add;
  }

  List<Member> removed() {
    return remove;
  }

  List<byte[]> psks() {
    return psk;
  }

  @Nullable List<Change.Extension> newExtensions() {
    return extensions;
  }

  boolean takesHeld() {
    return held;
  }

  boolean isEncrypted() {
    return encrypted;
  }

  boolean hasPath() {
    return path;
  }

  boolean hasTree() {
    return treeInside;
  }
}
