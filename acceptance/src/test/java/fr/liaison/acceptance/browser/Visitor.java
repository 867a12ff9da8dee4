package fr.liaison.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser, doing what people do; finds things by the words they read. */
public final class Visitor implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  /** Browsers know no {@code \\Q…\\E}, so what is special to a pattern is escaped one by one. */
  private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\/]");

  private static final double PATIENCE_MILLIS = 60_000;

  /** The page's policy forbids fetching a picture held in memory, so its bytes are kept aside. */
  private static final String REMEMBER_PICTURES =
      """
      window.picturesInMemory = new Map()
      const addressOf = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (picture) => {
        const address = addressOf(picture)
        window.picturesInMemory.set(address, picture)
        return address
      }
      """;

  private static final String KEPT =
      """
      async () => {
        const found = []
        const bytes = (at) => new Uint8Array(at.buffer ?? at, at.byteOffset ?? 0, at.byteLength)
        const read = (value) => {
          if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
            found.push(new TextDecoder().decode(bytes(value)))
          else if (value instanceof Map || value instanceof Set) [...value].forEach(read)
          else if (typeof value === "object" && value !== null)
            Object.entries(value).forEach(([name, member]) => { found.push(name); read(member) })
          else found.push(String(value))
        }
        read({ ...localStorage })
        read({ ...sessionStorage })
        const answer = (request) => new Promise((done, failed) => {
          request.onsuccess = () => done(request.result)
          request.onerror = () => failed(request.error)
        })
        for (const { name } of await indexedDB.databases()) {
          found.push(name)
          const database = await answer(indexedDB.open(name))
          for (const store of database.objectStoreNames) {
            found.push(store)
            const all = database.transaction(store).objectStore(store)
            read(await answer(all.getAllKeys()))
            read(await answer(database.transaction(store).objectStore(store).getAll()))
          }
          database.close()
        }
        for (const name of await caches.keys()) {
          const cache = await caches.open(name)
          for (const request of await cache.keys()) {
            found.push(request.url)
            found.push(await (await cache.match(request)).text())
          }
        }
        return found.join("\\n")
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context, String origin) {
    this.context = context;
    context.addInitScript(REMEMBER_PICTURES);
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(origin + "/");
  }

  public Page page() {
    return page;
  }

  /** From here on this machine can make and use passkeys. */
  public Passkeys withPasskeys() {
    return Passkeys.of(page);
  }

  /**
   * What the browser's console complained of so far. The service that has not heard of a new device
   * yet refuses its first question, and the one that has not heard of a conversation its first
   * file; both are asked again.
   */
  public List<String> complaints() {
    return complaints.stream().filter(one -> !isAskedAgain(one)).toList();
  }

  private static boolean isAskedAgain(String complaint) {
    return (complaint.contains(" 403 ") && complaint.contains("/v1/key-packages"))
        || (complaint.contains(" 404 ") && complaint.contains("/api/attachment/v1/"));
  }

  /** What axe finds wrong with the page as it stands, once nothing moves on it any more. */
  public List<String> axeFindings() {
    return Axe.findings(page);
  }

  /** Whatever can be read of what this browser keeps, as one text; sealed bytes are noise in it. */
  public String kept() {
    String cookies = context.cookies().stream().map(cookie -> cookie.value).toList().toString();
    return page.evaluate(KEPT) + cookies;
  }

  /** From the first screen to the list of conversations, the device made ready on the way. */
  public void logIn(DemoPerson person) {
    if (person.throughProSanteConnect()) {
      button("Se connecter avec Pro Santé Connect").click();
      page.locator("button.person[value='" + person.userName() + "']").click();
    } else {
      button("Connexion de la structure").click();
      // The structure's login is folded away behind the professionals' one.
      page.getByText("Sans Pro Santé Connect").click();
      page.locator("input[name=username]").fill(person.userName());
      page.locator("input[name=password]").fill(person.password());
      page.locator("#kc-login").click();
    }
  }

  /** Returns when others can write to the device, too. */
  public void prepareDevice() {
    untilReachable(() -> button("Utiliser cet appareil").click());
    awaitNavigation();
  }

  /** For people who work at several places, and are asked at which. */
  public void prepareDeviceAtTheFirstPlace() {
    untilReachable(
        () -> {
          button("Utiliser cet appareil").click();
          button("Continuer").click();
        });
    awaitNavigation();
  }

  /** The device is shown as ready before the messenger has heard of it and has its keys. */
  private void untilReachable(Runnable act) {
    page.waitForResponse(
        answer ->
            answer.ok()
                && answer.request().method().equals("POST")
                && answer.url().endsWith("/api/conversation/v1/key-packages"),
        act);
  }

  private void awaitNavigation() {
    page.getByRole(AriaRole.NAVIGATION, named("Navigation principale")).first().waitFor();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  public Locator button(String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(loosely(words)));
  }

  /** Opens the directory, types, and opens the card of the first person who fits. */
  public void find(String query, String familyName) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(loosely("Annuaire")))
        .first()
        .click();
    page.getByLabel(loosely("Rechercher dans l’annuaire")).first().fill(query);
    page.locator("a.person")
        .filter(new Locator.FilterOptions().setHasText(familyName))
        .first()
        .click();
  }

  public void writeTo(String fullName) {
    button("Écrire à " + fullName).first().click();
    confirmStrangers();
    composer().waitFor();
  }

  /** Strangers are shown once more before a first message; colleagues and acquaintances are not. */
  private void confirmStrangers() {
    Locator yes = button("Oui, écrire");
    yes.or(composer()).first().waitFor();
    if (yes.isVisible()) {
      yes.click();
    }
  }

  /** From here on the directory lets one choose several people. */
  public void beginGroup() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(loosely("Annuaire")))
        .first()
        .click();
    button("Écrire à plusieurs personnes").click();
  }

  public void choose(String query, String fullName) {
    page.getByLabel(loosely("Rechercher dans l’annuaire")).first().fill(query);
    page.locator("label.person__choose")
        .filter(new Locator.FilterOptions().setHasText(fullName))
        .first()
        .click();
    button("Retirer " + fullName).waitFor();
  }

  public void writeToChosen(int people) {
    button("Écrire à " + people + " personnes").click();
    confirmStrangers();
    composer().waitFor();
  }

  /** Opens the conversation whose row in the list names all of these. */
  public void openConversation(String... words) {
    Locator row = page.locator("a.row");
    for (String word : words) {
      row = row.filter(new Locator.FilterOptions().setHasText(word));
    }
    row.first().click();
    composer().waitFor();
  }

  /** The conversation that is open, by its address. */
  public ConversationId conversation() {
    page.waitForURL(Pattern.compile(".*/conversations/[0-9a-f-]{36}"));
    String address = page.url();
    return ConversationId.parse(address.substring(address.lastIndexOf('/') + 1));
  }

  /** The names on the list of members, which a wide screen shows beside the conversation. */
  public List<String> members() {
    Locator names = page.locator(".members__name");
    names.first().waitFor();
    return names.allTextContents().stream().map(name -> name.replaceAll("\\h+", " ")).toList();
  }

  /** Has the open conversation made again, as the administrator beside the list of members. */
  public void renewConversation() {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(loosely("Recréer la conversation…")))
        .click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Recréer la conversation").setExact(true))
        .click();
  }

  /** From a conversation that was renewed to the one it goes on in. */
  public void goOnInTheRenewedConversation() {
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(loosely("Continuer dans la conversation actuelle")))
        .click();
    composer().waitFor();
  }

  public Locator composer() {
    return page.locator("textarea.composer__field");
  }

  public void send(String text) {
    type(text);
    pressSend();
  }

  public void type(String text) {
    composer().fill(text);
  }

  public void pressSend() {
    button("Envoyer").last().click();
  }

  public void sendPhoto(String fileName, byte[] jpeg) {
    page.locator("input[type=file]").setInputFiles(new FilePayload(fileName, "image/jpeg", jpeg));
    page.getByText(loosely("Photo prête")).waitFor();
    button("Envoyer").last().click();
  }

  /** Waits until the text stands in the conversation. */
  public Locator message(String text) {
    Locator bubble = page.locator("article").filter(new Locator.FilterOptions().setHasText(text));
    bubble.first().waitFor();
    return bubble.first();
  }

  /** What saving the document of this name puts on disk. */
  public byte[] savedDocument(String name) throws IOException {
    Download download = page.waitForDownload(() -> button("Enregistrer " + name).first().click());
    assertThat(download.suggestedFilename()).isEqualTo(name);
    return Files.readAllBytes(download.path());
  }

  /** The bytes of the first photo shown in full, as decrypted by this browser. */
  public byte[] shownPhoto() {
    page.locator("img.photo__full").first().waitFor();
    Object bytes =
        page.evaluate(
            """
            async () => Array.from(new Uint8Array(await window.picturesInMemory
              .get(document.querySelector('img.photo__full').src).arrayBuffer()))
            """);
    List<?> numbers = (List<?>) bytes;
    byte[] content = new byte[numbers.size()];
    for (int i = 0; i < content.length; i++) {
      content[i] = ((Number) numbers.get(i)).byteValue();
    }
    return content;
  }

  public void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  /** The page as a phone shows it at night: looked at, judged, and put back. */
  public void phoneAtNight(String name) {
    ViewportSize before = page.viewportSize();
    page.setViewportSize(400, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(axeFindings()).isEmpty();
    screenshot(name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(before.width, before.height);
  }

  /** French puts no-break spaces where a tester types plain ones. */
  private static Pattern loosely(String words) {
    StringBuilder pattern = new StringBuilder();
    for (String word : words.split(" ")) {
      pattern
          .append(pattern.isEmpty() ? "" : "[\\s\\u00a0\\u202f]+")
          .append(SPECIAL.matcher(word).replaceAll("\\\\$0"));
    }
    return Pattern.compile(pattern.toString());
  }

  @Override
  public void close() {
    context.close();
  }
}
