<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-registration-title")}
  <#elseif section = "form">
    <p class="hint">${msg("passkeyRegisterHint")}</p>
    <form id="register" action="${url.loginAction}" method="post"
      data-passkey-challenge="${challenge}" data-passkey-user="${userid}" data-passkey-username="${username}"
      data-passkey-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep>,</#list>"
      data-passkey-rp="${rpId}" data-passkey-rp-name="${rpEntityName}"
      data-passkey-attestation="${attestationConveyancePreference}" data-passkey-attachment="${authenticatorAttachment}"
      data-passkey-verification="${userVerificationRequirement}" data-passkey-timeout="${createTimeout?c}"
      data-passkey-excluded="${excludeCredentialIds}"
      data-passkey-unsupported="${msg("webauthn-unsupported-browser-text")}">
      <input type="hidden" name="clientDataJSON">
      <input type="hidden" name="attestationObject">
      <input type="hidden" name="publicKeyCredentialId">
      <input type="hidden" name="transports">
      <input type="hidden" name="authenticatorAttachment">
      <input type="hidden" name="error">
      <div class="field">
        <label class="label" for="authenticatorLabel">${msg("passkeyLabel")}</label>
        <input class="input" id="authenticatorLabel" name="authenticatorLabel" value="${msg("webauthn-registration-init-label")}" required>
      </div>
      <button class="button button-primary button-block" type="button" id="registerWebAuthn">${msg("doRegisterSecurityKey")}</button>
    </form>
    <script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
    <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
      <form action="${url.loginAction}" method="post">
        <button class="button button-link" name="cancel-aia" value="true">${msg("doCancel")}</button>
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
