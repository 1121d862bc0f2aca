// The search: finds items by their names, in the index that is loaded before this script.
(function () {
  "use strict";
  var root = document.currentScript.dataset.root;
  var form = document.getElementById("search");
  var input = form.querySelector("input");
  var results = document.getElementById("results");
  // Without a script there is nothing that could search, so the page comes with a hidden form.
  form.hidden = false;

  // The smaller the better; nothing if a name does not match.
  function rank(entry, words) {
    var name = entry[0].toLowerCase();
    var whole = name + " " + entry[1] + " " + entry[2].toLowerCase();
    var sum = 0;
    for (var word of words) {
      var own = name.split(/[.:/@]/).pop();
      if (own === word || name === word) sum += 0;
      else if (own.startsWith(word)) sum += 1;
      else if (name.includes(word)) sum += 2;
      else if (whole.includes(word)) sum += 4;
      else return undefined;
    }
    // Members are many, and seldom what is meant.
    return sum * 1000 + (entry[1] === "member" ? 500 : 0) + name.length;
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    // As text: nothing in it is markup.
    made.textContent = text;
    return parent.appendChild(made);
  }

  function search() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var found = [];
    results.textContent = "";
    if (words.length > 0) {
      for (var entry of witcIndex) {
        var score = rank(entry, words);
        if (score !== undefined) found.push([score, entry]);
      }
      found.sort(function (a, b) { return a[0] - b[0]; });
      found.slice(0, 40).forEach(function (pair) {
        var entry = pair[1];
        var item = element("li", "", results);
        var link = element("a", "", item);
        link.href = root + entry[3];
        element("code", entry[0], link);
        element("span", " " + entry[1] + (entry[2] ? " of " + entry[2] : ""), link);
        if (entry[4]) element("p", entry[4], item);
      });
      if (found.length === 0) element("li", "Nothing is called so.", results);
    }
    results.hidden = words.length === 0;
  }

  function close() {
    results.hidden = true;
  }

  input.addEventListener("input", search);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = results.querySelector("a");
    if (first) {
      location.href = first.href;
      close();
    }
  });
  document.addEventListener("keydown", function (event) {
    var typing = document.activeElement === input;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.select();
    } else if (event.key === "Escape") {
      input.value = "";
      close();
      input.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      var links = Array.from(results.querySelectorAll("a"));
      var at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      if (!results.hidden && links.length > 0 && (typing || at >= -1)) {
        event.preventDefault();
        (links[Math.min(at, links.length - 1)] || input).focus();
      }
    }
  });
  document.addEventListener("click", function (event) {
    if (!form.contains(event.target)) close();
  });
})();
