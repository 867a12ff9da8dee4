package fr.liaison.client.conversation;

import fr.liaison.client.api.KeyPackageApi.Level;
import fr.liaison.client.group.OpenWelcome;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.store.KeyPackages;
import fr.liaison.client.store.Settings;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.OwnKeyPackage;
import java.util.List;
import java.util.stream.Stream;

/** Keeps enough key packages at the server for others to invite this device while it is away. */
final class KeyPackagePool {
  private static final int POOL = 20;
  private static final int LOW = 10;

  private final Desk desk;

  KeyPackagePool(Desk desk) {
    this.desk = desk;
  }

  /** Private halves are stored before the public ones leave: a Welcome can come at once. */
  Answer<Integer> replenish() {
    return desk.keyPackages().level().then(this::replenish);
  }

  private Answer<Integer> replenish(Level level) {
    int missing = level.available() < LOW ? POOL - level.available() : 0;
    List<OwnKeyPackage> fresh = Stream.generate(desk.device()::keyPackage).limit(missing).toList();
    if (level.lastResort()) {
      return missing == 0 ? new Answer.Done<>(level.available()) : upload(fresh);
    }
    OwnKeyPackage last = desk.device().keyPackage();
    keep(List.of(last));
    desk.store()
        .change(
            transaction ->
                Settings.LAST_RESORT.write(
                    transaction, OpenWelcome.referenceOf(last).toBase64Url()));
    keep(fresh);
    return desk.keyPackages().upload(messages(fresh), Wire.json(last.message()));
  }

  private Answer<Integer> upload(List<OwnKeyPackage> fresh) {
    keep(fresh);
    return desk.keyPackages().upload(messages(fresh));
  }

  private void keep(List<OwnKeyPackage> fresh) {
    desk.store()
        .change(
            transaction ->
                fresh.forEach(
                    own ->
                        KeyPackages.put(
                            transaction,
                            OpenWelcome.referenceOf(own),
                            Wire.sealable(own.serialized()))));
  }

  private static List<Bytes> messages(List<OwnKeyPackage> fresh) {
    return fresh.stream().map(own -> Wire.json(own.message())).toList();
  }
}
