package fr.liaison.client.api;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Reply;
import fr.liaison.client.http.Service;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** Imports of the national register at the directory-service, for platform administrators. */
public final class RegisterApi {
  private static final String PATH = "/v1/register-imports";

  private final Http http;

  public RegisterApi(Http http) {
    this.http = http;
  }

  /**
   * What is asked for beside the file.
   *
   * @param id a new one, under which the import can be watched
   * @param registerDate the day the file stands for, such as 2026-11-20; today when empty
   * @param acceptDepartures although more people than usual would go; needs a fresh login
   */
  public record Wish(UUID id, String registerDate, boolean acceptDepartures) {}

  /**
   * Sends an extraction, or the published archive if its name ends in {@code .zip}; answers when
   * the import is over. A refused file is {@code import-refused} and has a report.
   */
  public Answer<Reply> upload(Path file, Wish wish) {
    boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return http.send(
        Call.post(Service.DIRECTORY, PATH)
            .query("id", wish.id().toString())
            .query("registerDate", wish.registerDate())
            .query("acceptDepartures", wish.acceptDepartures() ? "true" : "")
            .header("Content-Type", zipped ? "application/zip" : "text/plain")
            .file(file));
  }

  /** Not found until the service has begun with the file. */
  public Answer<RegisterImport> read(UUID id) {
    return http.json(Call.get(Service.DIRECTORY, PATH + "/" + id), RegisterImport.class);
  }

  public Answer<RegisterImport.Listing> list() {
    return http.json(Call.get(Service.DIRECTORY, PATH), RegisterImport.Listing.class);
  }
}
