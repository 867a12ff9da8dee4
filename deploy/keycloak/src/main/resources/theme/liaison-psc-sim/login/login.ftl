<#import "template.ftl" as layout>
<#-- One button per fictional person. The password is the same for all and is no secret: this realm is a simulator. -->
<@layout.registrationLayout bodyClass="wide"; section>
  <#if section = "header">
    ${msg("simulatorTitle")}
  <#elseif section = "form">
    <p class="simulator">${msg("simulatorBadge")}</p>
    <p class="hint">${msg("simulatorHint")}</p>
    <form id="kc-form-login" action="${url.loginAction}" method="post">
      <input type="hidden" name="password" value="demo">
      <div class="people">
        <#list properties.people?eval_json as person>
          <button class="person" name="username" value="${person.id}">
            <span class="person-name">${person.name}</span>
            <span class="person-work">${person.profession}</span>
            <span class="person-work">${person.town}</span>
            <#if person.note?has_content><span class="person-note">${msg("person-" + person.note)}</span></#if>
          </button>
        </#list>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
