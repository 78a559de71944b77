// Lists what the gateway publishes; which services there are is known in one place only.
fetch('/v3/api-docs')
  .then((answer) => answer.json())
  .then(({ apis }) =>
    SwaggerUIBundle({
      dom_id: '#apis',
      urls: apis.map(({ name, description }) => ({ name, url: description })),
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: 'StandaloneLayout',
      validatorUrl: null,
    }),
  );
