package fr.liaison.attachment;

import fr.liaison.kit.database.Database;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is really in the database, the outbox and the bucket. */
@ApplicationScoped
public class Ledger {
  private final Database database;
  private final MinioClient store;
  private final String bucket;

  Ledger(
      Database database,
      MinioClient store,
      @ConfigProperty(name = "liaison.s3.bucket") String bucket) {
    this.database = database;
    this.store = store;
    this.bucket = bucket;
  }

  public String state(UUID attachment) {
    return text("select state from attachment where id = $1", attachment);
  }

  public long received(UUID attachment) {
    return Long.parseLong(text("select received::text from attachment where id = $1", attachment));
  }

  public boolean isLinked(UUID attachment) {
    return Boolean.parseBoolean(
        text("select (linked_at is not null)::text from attachment where id = $1", attachment));
  }

  public Set<String> objectsOf(UUID attachment) {
    return Set.copyOf(texts("select key from stored_object where attachment_id = $1", attachment));
  }

  /** Action, outcome and details of the acts about an attachment, oldest first. */
  public List<String> acts(UUID attachment) {
    return texts(
        """
        select data::json ->> 'action' || ' ' || (data::json ->> 'outcome') from outbox
        where topic = 'audit' and data::json -> 'object' ->> 'id' = $1::text order by id
        """,
        attachment.toString());
  }

  public List<String> events(UUID attachment) {
    return texts("select type from outbox where key = $1 order by id", attachment);
  }

  public void age(UUID attachment, String interval) {
    database.run(
        transaction ->
            transaction.update(
                """
                update attachment set created_at = created_at - ($2::text)::interval,
                  completed_at = completed_at - ($2::text)::interval
                where id = $1
                """,
                attachment,
                interval));
  }

  public void run(String sql, Object... arguments) {
    database.run(transaction -> transaction.update(sql, arguments));
  }

  public Set<String> bucket() {
    Iterable<Result<Item>> listing =
        store.listObjects(ListObjectsArgs.builder().bucket(bucket).recursive(true).build());
    return StreamSupport.stream(listing.spliterator(), false)
        .map(Ledger::name)
        .collect(Collectors.toSet());
  }

  private static String name(Result<Item> result) {
    try {
      return result.get().objectName();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public String text(String sql, Object... arguments) {
    return texts(sql, arguments).getFirst();
  }

  private List<String> texts(String sql, Object... arguments) {
    return database.read(reader -> reader.rows(row -> row.getString(0), sql, arguments));
  }
}
