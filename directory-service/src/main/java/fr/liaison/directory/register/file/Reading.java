package fr.liaison.directory.register.file;

/** What a complete row comes to: what it states, that with a doubt, or a defect. */
sealed interface Reading<R> {
  record Usable<R>(R row) implements Reading<R> {}

  record Doubtful<R>(R row, DefectReason reason) implements Reading<R> {}

  record Unusable<R>(DefectReason reason) implements Reading<R> {}
}
