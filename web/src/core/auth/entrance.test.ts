// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest"
import { CoreError } from "../coreError"
import { enterWith } from "./entrance"

const LOGIN = "http://liaison.test/auth/realms/liaison/protocol/openid-connect/auth?x=1"
const acceptance = { username: "invited-1", oneTimePassword: "once", usableUntil: "" }

const page = (form: string) => async () => new Response(`<main>${form}</main>`)
const named = '<input name="username"><input name="password">'

describe("the login that is filled in for an invited person", () => {
  afterEach(() => document.body.replaceChildren())

  it("goes to the form's address of the same origin, as hidden fields", async () => {
    const submit = vi.spyOn(HTMLFormElement.prototype, "submit").mockReturnValue(undefined)
    const action = "/auth/realms/liaison/login-actions/authenticate?code=c"
    void enterWith(
      LOGIN,
      acceptance,
      page(`<form id="kc-form-login" action="${action}">${named}</form>`),
    )
    await expect.poll(() => submit.mock.calls.length).toBe(1)

    const form = document.querySelector("form")
    expect(form?.action).toBe(new URL(action, LOGIN).href)
    expect(form?.method).toBe("post")
    const fields = [...(form?.querySelectorAll("input") ?? [])]
    expect(fields.map(({ type, name, value }) => `${type} ${name} ${value}`)).toEqual([
      "hidden username invited-1",
      "hidden password once",
    ])
    submit.mockRestore()
  })

  it.each([
    ["no form", "<p>Maintenance</p>", "by-hand"],
    [
      "another origin",
      `<form id="kc-form-login" action="https://evil.test/">${named}</form>`,
      "by-hand",
    ],
    [
      "somebody logged in",
      '<form id="kc-form-login" action="/auth"><input name="password"></form>',
      "occupied",
    ],
  ])("sends nothing where there is %s", async (_, form, outcome) => {
    expect(await enterWith(LOGIN, acceptance, page(form))).toBe(outcome)
    expect(document.querySelector("form")).toBeNull()
  })

  it("says that nothing answers", async () => {
    const away = enterWith(LOGIN, acceptance, () => Promise.reject(new TypeError("no network")))
    await expect(away).rejects.toBeInstanceOf(CoreError)
    const down = enterWith(LOGIN, acceptance, async () => new Response("", { status: 503 }))
    await expect(down).rejects.toMatchObject({ status: 503, code: "unavailable" })
  })
})
