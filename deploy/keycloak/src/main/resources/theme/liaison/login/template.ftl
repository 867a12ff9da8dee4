<#-- The frame of every login page. No inline script or style: the realm's Content-Security-Policy refuses both. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("pageTitle", (realm.displayName!''))}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="module" src="${url.resourcesPath}/js/once.js"></script>
</head>
<body class="${bodyClass}" data-page-id="login-${pageId}">
  <div class="page">
    <header class="brand">
      <img src="${url.resourcesPath}/img/mark.svg" alt="" width="48" height="48">
      <p class="brand-name">${msg("brandName")}</p>
      <p class="brand-line">${msg("brandLine")}</p>
    </header>
    <main class="card">
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <p class="attempted">
          <#-- The account name of a professional is the national id: nobody needs to see it. -->
          <#if !auth.attemptedUsername?starts_with("psc-")><span id="kc-attempted-username">${auth.attemptedUsername}</span></#if>
          <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
        </p>
      </#if>
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <p class="message message-${message.type}" role="<#if message.type == 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
      </#if>
      <#nested "form">
      <#nested "socialProviders">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form action="${url.loginAction}" method="post">
          <button class="button button-link" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#if displayInfo>
        <div class="info"><#nested "info"></div>
      </#if>
    </main>
    <footer class="foot">
      <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav aria-label="${msg("languages")}">
          <#list locale.supported as l>
            <#if l.languageTag == lang>
              <span aria-current="true" lang="${l.languageTag}">${l.label}</span>
            <#else>
              <a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${l.label}</a>
            </#if>
          </#list>
        </nav>
      </#if>
    </footer>
  </div>
</body>
</html>
</#macro>
