<#-- The passkey ceremony on the login page; js/passkey.js reads its input from the data attributes. -->
<#macro conditionalUIData>
  <#if enableWebAuthnConditionalUI?has_content>
    <form id="webauth" action="${url.loginAction}" method="post"
      data-passkey-challenge="${challenge}" data-passkey-rp="${rpId}" data-passkey-verification="${userVerification}"
      data-passkey-timeout="${createTimeout?c}" data-passkey-identified="${isUserIdentified?string}"
      data-passkey-unsupported="${msg("webauthn-unsupported-browser-text")}">
      <input type="hidden" name="clientDataJSON">
      <input type="hidden" name="authenticatorData">
      <input type="hidden" name="signature">
      <input type="hidden" name="credentialId">
      <input type="hidden" name="userHandle">
      <input type="hidden" name="error">
      <#if authenticators??>
        <#list authenticators.authenticators as authenticator>
          <input type="hidden" data-passkey-allowed="${authenticator.credentialId}">
        </#list>
      </#if>
      <button class="button button-secondary button-block" type="button" id="authenticateWebAuthnButton">${msg("webauthn-doAuthenticate")}</button>
    </form>
    <script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
  </#if>
</#macro>
