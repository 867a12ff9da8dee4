package fr.liaison.directory.register;

import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.kit.database.Transaction;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/**
 * One file of an import on its way into the directory, in three steps that all files of an upload
 * take together: every one is loaded, then every one gathered, then all are merged in one
 * transaction. Each step throws {@link RefusedFile} when the file cannot be trusted.
 */
interface ImportedFile extends Closeable {
  /** Reads the text to its end into the file's shadow table. */
  void load(RegisterShadow.Session session, InputStream text) throws IOException, SQLException;

  /** Prepares the shadow for the merge, outside of its transaction. */
  void gather(RegisterShadow.Session session) throws IOException, SQLException;

  /** Makes the directory equal to the shadow and tells the attempt what changed. */
  void merge(Transaction transaction);

  /** Gives back what was held beside the database. */
  @Override
  default void close() throws IOException {}
}
