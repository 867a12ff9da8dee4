package fr.liaison.notification.subscription;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.test.GoldenFile;
import org.junit.jupiter.api.Test;

class PublicDocumentsTest {

  @Test
  void aSubscriptionRequestReadsAsItAlwaysDid() {
    GoldenFile.named("subscription-request.v1")
        .matches(
            new SubscriptionRequest(
                "https://push.example.test/send/one",
                Bytes.of(new byte[65]),
                Bytes.of(new byte[16])),
            ContractJson.mapper());
  }

  @Test
  void aWebPushViewReadsAsItAlwaysDid() {
    GoldenFile.named("web-push-view.v1")
        .matches(new WebPushView("BPublicKey"), ContractJson.mapper());
  }
}
