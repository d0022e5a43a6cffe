/* global GraphiQL, React, ReactDOM */
(async () => {
  const root = document.getElementById('graphiql');
  const element = React.createElement;
  const response = await fetch('/graphiql/examples.json');
  const examples = response.ok ? await response.json() : [];

  // GraphiQL labels a tab with the name of its operation; a reader of an example gets its title instead.
  const titles = new Map(examples.map(({title, query}) => [query.match(/^query (\w+)/m)?.[1], title]));
  new MutationObserver(() => {
    for (const tab of root.querySelectorAll('.graphiql-tab-button')) {
      const title = titles.get(tab.textContent);
      if (title) {
        tab.firstChild.nodeValue = title;
        tab.title = title;
      }
    }
  }).observe(root, {childList: true, characterData: true, subtree: true});

  const logo = element(GraphiQL.Logo, null,
    element('a', {className: 'incumbent-logo', href: '/'}, 'Incumbent',
      element('small', null, 'independent, not an NHS service')));
  const page = element(GraphiQL, {
    fetcher: GraphiQL.createFetcher({url: '/graphql'}),
    // for a first visit; GraphiQL keeps the tabs as the reader leaves them
    defaultTabs: examples.map(({query}) => ({query})),
  }, logo);
  ReactDOM.createRoot(root).render(page);
})();
