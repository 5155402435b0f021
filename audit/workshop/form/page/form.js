"use strict";
// The page shows one of its sections at a time, the one that the address names. What is
// said stands in one object, the sheet; it is saved after every change, and the fields of
// the page are filled in from it.
(() => {
const byId = id => document.getElementById(id);
const about = JSON.parse(byId("about").textContent); // workshop, bank, roles
const steps = [...document.querySelectorAll("main > section")];
const asked = steps.filter(step => step.dataset.question);
const prefix = `forewarn sheet ${about.workshop} `;

let sheet = fresh();
let here = steps[0];  // the section that is shown
let unsaved = [];     // changes that are not saved yet, each a function of a sheet
let started = false;  // whether it was decided whose sheet this is
let done = false;     // whether the sheet was handed over, or taken away, as it is

// fresh is a sheet that says nothing. Notes are {text, show}; at is the section shown last.
function fresh() {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return {
    number: bytes.map(byte => byte.toString(16).padStart(2, "0")).join(""),
    role: about.roles.length === 1 ? about.roles[0] : "", at: "start", answers: {}, notes: {},
  };
}

// ---- What is saved. The storage may be forbidden or full, or hold what others wrote.

function stored(use, otherwise) {
  try {
    return use(localStorage);
  } catch {
    return otherwise;
  }
}

const isObject = v => typeof v === "object" && v !== null && !Array.isArray(v);
const keyOf = s => prefix + s.number;
const keys = () => stored(all => Object.keys(all).filter(key => key.startsWith(prefix)), []);
const wipe = key => stored(all => all.removeItem(key));
const read = key => stored(all => {
  const s = JSON.parse(all.getItem(key));
  return isObject(s) && key === keyOf(s) && isObject(s.answers) && isObject(s.notes) ? s : null;
}, null);

// Every change is made on what is saved, so that two windows with one sheet add to it.
function change(edit) {
  unsaved.push(edit);
  sheet = read(keyOf(sheet)) ?? sheet;
  unsaved.forEach(missed => missed(sheet));
  sheet.on = Date.now();
  started = true;
  done = false;
  if (stored(all => all.setItem(keyOf(sheet), JSON.stringify(sheet)) ?? true, false)) unsaved = [];
  tell();
}

addEventListener("storage", event => { // another window has written
  if (here.id === "start") welcome();
  if (event.key !== null && event.key !== keyOf(sheet)) return;
  const saved = read(keyOf(sheet));
  if (saved) {
    sheet = saved;
    unsaved.forEach(missed => missed(sheet));
    fill();
    set("notice", "This sheet is open in another window too. Both windows write on the same sheet; hand it in once.");
  } else if (started && !done) {
    done = true;
    tell();
    set("notice", "In another window this sheet was handed in or deleted. What you said still stands in this window; close it if you have handed the sheet in.");
  }
});

addEventListener("beforeunload", event => {
  if (unsaved.length > 0 && asked.some(chosen) && !done) event.preventDefault();
});

// ---- What the sheet says.

const hasRole = () => about.roles.includes(sheet.role);
const idOf = step => step.dataset.question;
const radios = step => [...step.querySelectorAll("input[type=radio]")];
const chosen = step => radios(step).find(radio => radio.value === sheet.answers[idOf(step)]);
const noteOf = step => isObject(sheet.notes[idOf(step)]) ? sheet.notes[idOf(step)] : {text: "", show: false};
const shown = step => noteOf(step).show === true ? String(noteOf(step).text).trim() : "";

// asText is the sheet as it is handed in: JSON that every reader of YAML takes, without a
// character that does not show and without half of one.
function asText() {
  const out = {sheet: 1, workshop: about.workshop, number: sheet.number, bank: about.bank, role: sheet.role, answers: {}};
  for (const step of asked) {
    const value = chosen(step)?.value;
    if (value) out.answers[idOf(step)] = /^\d$/.test(value) ? Number(value) : value;
    if (shown(step)) out.notes = {...out.notes, [idOf(step)]: shown(step)};
  }
  return JSON.stringify(out, null, 2)
    .replace(/\\\\|\\ud[89a-f]../g, escape => escape === "\\\\" ? escape : "?")
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unseen => "\\u" + unseen.charCodeAt(0).toString(16).padStart(4, "0")) + "\n";
}

// ---- What the page shows.

function set(id, words) { // only what is new is read out again
  if (byId(id).textContent !== words) byId(id).textContent = words;
}

function tell() {
  const saved = done ? "Wiped from this browser." : unsaved.length === 0 ? "Saved in this browser." :
    "Not saved: this browser keeps nothing. Finish before you close this page.";
  byId("progress").value = asked.filter(chosen).length;
  set("told", `${byId("progress").value} of ${asked.length} answered. ${saved}`);
  for (const step of asked) step.querySelector(".clear").hidden = !chosen(step);
}

// fill writes the sheet into the fields of the page.
function fill() {
  for (const radio of radios(byId("roles"))) radio.checked = about.roles[radio.value] === sheet.role;
  for (const step of asked) {
    for (const radio of radios(step)) radio.checked = radio === chosen(step);
    const note = noteOf(step), area = step.querySelector("textarea");
    if (area.value !== String(note.text)) area.value = note.text;
    step.querySelector("input[type=checkbox]").checked = note.show === true;
  }
  tell();
  summary();
}

function summary() {
  const open = asked.filter(step => !chosen(step)).length;
  set("said-role", sheet.role);
  set("left-open", open === 0 ? "Every question is answered." : `You left ${open} of ${asked.length} questions open.`);
  for (const step of asked) {
    const item = document.querySelector(`[data-said="${idOf(step)}"]`), radio = chosen(step);
    const note = shown(step) ? " Your note will be shown." : noteOf(step).text ? " Your note will not be handed in." : "";
    item.querySelector("span").textContent = (radio ? radio.nextElementSibling.textContent : "Left open.") + note;
    item.classList.toggle("open", !radio);
  }
  byId("text").value = asText();
}

// welcome offers what is saved, or else asks for the role.
function welcome() {
  const saved = started ? [] : keys().map(read).filter(s => s !== null).sort((a, b) => b.on - a.on);
  byId("saved").hidden = saved.length === 0;
  byId("begin").hidden = saved.length > 0;
  byId("sheets").replaceChildren(...saved.map(s => {
    const item = document.createElement("li"), button = document.createElement("button");
    const when = new Date(s.on).toLocaleString("en-GB", {dateStyle: "medium", timeStyle: "short"});
    button.type = "button";
    button.textContent = `Go on as ${s.role || "nobody yet"}: ${Object.keys(s.answers).length} answered, saved ${when}`;
    button.onclick = () => { sheet = s; fill(); go(s.at); };
    item.append(button);
    return item;
  }));
}

function show(id) {
  const wanted = steps.find(step => step.id === id) ?? steps[0];
  here = hasRole() ? wanted : steps[0];
  for (const step of steps) step.hidden = step !== here;
  byId("bar").hidden = here.id === "start";
  document.body.classList.toggle("inside", here.id !== "start");
  if (here.id === "start") welcome();
  else if (!done) change(s => { s.at = here.id; });
  summary();
}

function arrive() {
  show(location.hash.slice(2));
  scrollTo(0, 0);
  here.querySelector("[tabindex='-1']").focus({preventScroll: true});
}

// An address with a slash is that of no element, to which the browser would scroll by itself.
const go = id => location.hash === "#/" + id ? arrive() : void (location.hash = "/" + id);
const beside = by => go(steps[steps.indexOf(here) + by].id);

function begin() {
  set("no-role", hasRole() ? "" : "Choose your role first.");
  if (hasRole()) beside(1);
  else radios(byId("roles"))[0].focus();
}

function handedOver(words) {
  wipe(keyOf(sheet));
  unsaved = [];
  done = true;
  tell();
  set("handed", words + " What was saved in this browser is wiped. Close this page when you have passed the sheet on.");
  byId("next-person").hidden = false;
}

// ---- What people do.

addEventListener("hashchange", arrive);

document.addEventListener("input", event => {
  const field = event.target, step = field.closest("section"), id = idOf(step);
  if (field.name === "role") change(s => { s.role = about.roles[field.value]; });
  else if (field.type === "radio") change(s => { s.answers[id] = field.value; });
  else if (id) {
    const note = {text: step.querySelector("textarea").value, show: step.querySelector("input[type=checkbox]").checked};
    change(s => { s.notes[id] = note; });
  }
  set("no-role", "");
  set("handed", "");
});

document.addEventListener("click", event => {
  const is = name => event.target.classList.contains(name), id = idOf(here);
  if (is("back")) beside(-1);
  else if (is("next")) here.id === "start" ? begin() : beside(1);
  else if (is("clear")) {
    change(s => { delete s.answers[id]; });
    fill();
    here.querySelector("h2").focus();
  }
});

document.addEventListener("keydown", event => {
  const field = event.target, next = here.querySelector(".next");
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing || field.closest("textarea, button, a")) return;
  if (event.key === "Enter" && next && !next.closest("[hidden]")) {
    event.preventDefault();
    next.click();
  } else if (field.closest("fieldset")) {
    const radio = radios(here).find(radio => radio.dataset.key === event.key);
    radio?.click();
    radio?.focus();
  }
});

byId("afresh").onclick = () => {
  keys().forEach(wipe);
  started = true;
  welcome();
  radios(byId("roles"))[0].focus();
};

byId("download").onclick = () => {
  const link = document.createElement("a");
  link.download = `sheet-${sheet.number.slice(0, 8)}.json`;
  link.href = URL.createObjectURL(new Blob([asText()], {type: "application/json"}));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  handedOver(`Downloaded as ${link.download}. If you cannot find it, copy the text below.`);
};

byId("copy").onclick = async () => {
  const area = byId("text");
  try {
    await navigator.clipboard.writeText(area.value);
    handedOver("Copied. Paste it into a mail or a chat.");
  } catch { // forbidden; a copy by hand is heard below
    area.focus();
    area.select();
    if (!document.execCommand("copy")) set("handed", "The text below is selected. Copy it with Ctrl+C, or by pressing long on it.");
  }
};

byId("text").oncopy = ({target: area}) => {
  if (area.selectionEnd - area.selectionStart >= area.value.trim().length) handedOver("Copied. Paste it into a mail or a chat.");
};

byId("blank").onclick = () => {
  sheet = fresh();
  started = done = false;
  byId("next-person").hidden = true;
  set("handed", "");
  fill();
  go("start");
};

document.documentElement.classList.add("script");
if (!stored(all => all.setItem(prefix, "") ?? true, false)) set("kept", "This browser keeps nothing: finish before you close this page. This page sends nothing anywhere.");
wipe(prefix);
fill();
show("start");
})();
