package fr.liaison.client.store;

/** What became of opening a store. Only {@link Opened} holds resources. */
public sealed interface StoreOpening {
  record Opened(Store store) implements StoreOpening {}

  /** Another program, or another store object of this one, writes to it. */
  record InUse() implements StoreOpening {}

  /** The file is sound but was sealed under another key. */
  record WrongKey() implements StoreOpening {}

  /** The key file is missing beside an existing store, is no key, or others may read it. */
  record KeyUnusable() implements StoreOpening {}

  /** Not a store, or broken. */
  record Damaged(String where) implements StoreOpening {}

  /** Written by a newer version of this program. */
  record TooNew(int schema) implements StoreOpening {}
}
