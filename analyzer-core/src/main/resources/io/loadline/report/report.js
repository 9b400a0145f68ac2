(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  root.classList.add("live");

  var stored = null;
  try { stored = localStorage.getItem("loadline-theme"); } catch (refused) { stored = null; }
  if (stored === "dark" || stored === "light") { root.setAttribute("data-theme", stored); }
  document.getElementById("theme").addEventListener("click", function () {
    var dark = root.getAttribute("data-theme") === "dark" || (!root.hasAttribute("data-theme")
      && matchMedia("(prefers-color-scheme: dark)").matches);
    var next = dark ? "light" : "dark";
    root.setAttribute("data-theme", next);
    try { localStorage.setItem("loadline-theme", next); } catch (refused) { return; }
  });

  var links = {};
  all("nav a").forEach(function (link) { links[link.hash.slice(1)] = link; });
  if ("IntersectionObserver" in window) {
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting && links[entry.target.id]) {
          all("nav a[aria-current]").forEach(function (link) { link.removeAttribute("aria-current"); });
          links[entry.target.id].setAttribute("aria-current", "true");
        }
      });
    }, { rootMargin: "-20% 0px -70% 0px" });
    all("main > section").forEach(function (section) { watch.observe(section); });
  }

  var reveal = function () {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") { target.open = true; }
  };
  addEventListener("hashchange", reveal);
  reveal();

  var closed = [];
  addEventListener("beforeprint", function () {
    closed = all("details:not([open])");
    closed.forEach(function (fold) { fold.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (fold) { fold.open = false; }); });

  var form = document.getElementById("filters");
  if (!form) { return; }
  var list = document.getElementById("list");
  var causes = all("#list > .cause");
  var texts = causes.map(function (cause) { return cause.textContent.toLowerCase(); });
  var shown = document.getElementById("shown");
  var filter = function () {
    var severities = all("#filters input[name=severity]:checked").map(function (box) { return box.value; });
    var words = form.elements.text.value.toLowerCase().split(/\s+/);
    var count = 0;
    causes.forEach(function (cause, i) {
      var data = cause.dataset;
      var fits = severities.indexOf(data.severity) >= 0
        && (!form.elements.rule.value || data.rule === form.elements.rule.value)
        && (!form.elements.dimension.value || data.dimension === form.elements.dimension.value)
        && (!form.elements.service.value || data.services.split(" ").indexOf(form.elements.service.value) >= 0)
        && words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      cause.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count === causes.length ? count + (count === 1 ? " root cause" : " root causes")
      : count + " of " + causes.length;
  };
  var sort = function () {
    var worst = form.elements.order.value === "severity";
    causes.slice().sort(function (a, b) {
      return (worst ? a.dataset.rank - b.dataset.rank : 0) || a.dataset.number - b.dataset.number;
    }).forEach(function (cause) { list.appendChild(cause); });
  };
  form.addEventListener("input", filter);
  form.elements.order.addEventListener("change", sort);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("unfold").addEventListener("click", function (event) {
    var open = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(open));
    event.currentTarget.textContent = open ? "Close all" : "Open all";
    causes.forEach(function (cause) { cause.open = open && !cause.hidden; });
  });
  filter();
}());
