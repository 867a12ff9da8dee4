<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<#assign failed = messagesPerField.existsError('username','password')>
<#assign professional = auth?has_content && auth.showUsername() && auth.attemptedUsername?starts_with("psc-")>
<@layout.registrationLayout displayMessage=!failed; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if social?? && social.providers?has_content>
      <#list social.providers as p>
        <a id="social-${p.alias}" class="button button-primary button-block" href="${p.loginUrl}" data-once>${msg("loginWith", p.displayName!p.alias)}</a>
      </#list>
      <p class="hint">${msg("pscHint")}</p>
    </#if>
    <#if realm.password && !professional>
      <details class="staff" id="staff" <#if failed || usernameHidden?? || !(social?? && social.providers?has_content)>open</#if>>
        <summary>${msg("staffTitle")}</summary>
        <p class="hint">${msg("staffHint")}</p>
        <@passkeys.conditionalUIData />
        <form id="kc-form-login" action="${url.loginAction}" method="post">
          <#if failed>
            <p id="input-error" class="message message-error" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p>
          </#if>
          <#if !usernameHidden??>
            <div class="field">
              <label class="label" for="username">${msg("username")}</label>
              <input class="input" id="username" name="username" type="text" value="${(login.username!'')}" dir="ltr" required
                autocapitalize="none" spellcheck="false"
                autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}"
                <#if failed>aria-invalid="true" aria-describedby="input-error"</#if>>
            </div>
          </#if>
          <div class="field">
            <label class="label" for="password">${msg("password")}</label>
            <input class="input" id="password" name="password" type="password" dir="ltr" required autocomplete="current-password"
              <#if failed>aria-invalid="true" aria-describedby="input-error"</#if>>
          </div>
          <input type="hidden" id="id-hidden-input" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>>
          <button class="button button-secondary button-block" id="kc-login" name="login" value="on">${msg("doLogIn")}</button>
        </form>
      </details>
    </#if>
  </#if>
</@layout.registrationLayout>
