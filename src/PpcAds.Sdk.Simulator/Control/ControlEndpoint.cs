using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Faults;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Control;

/// <summary>The control surface under <c>/_simulator/</c>: clock, faults, limits, truth, request log, quirks.</summary>
internal sealed class ControlEndpoint(
    SimulatorClock clock,
    SimulatorFaults faults,
    SimulatorRequestLog log,
    SimulatorQuirks quirks,
    SimulatorConsent consent,
    ThrottleGate throttle,
    TruthEndpoint truth,
    StartPage page)
{
    public const string Prefix = "/_simulator/";

    private const string Known = "Known: clock, clock/advance, faults, faults/storm, throttle, requests, consent, quirks, "
        + "truth, truth/changes, truth/parameters, truth/expectations, truth/retention; see docs/simulator.md.";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Answer Handle(IncomingCall call)
    {
        try
        {
            return (call.Method, call.Path[Prefix.Length..].TrimEnd('/')) switch
            {
                ("GET", "") => page.Get(),
                ("GET", "clock") => Clock(),
                ("POST", "clock/advance") => Advance(Read(call)),
                ("GET", "faults") => Of(new { faults.Hits, faults.Pending }),
                ("POST", "faults") => AddFault(call),
                ("PUT", "faults/storm") => SetStorm(call),
                ("DELETE", "faults") => Clear(faults.Clear),
                ("GET", "throttle") => Of(throttle.Limit),
                ("PUT", "throttle") => SetThrottle(call),
                ("GET", "requests") => Of(log.Entries),
                ("DELETE", "requests") => Clear(log.Clear),
                ("GET", "consent") => Consent(),
                ("PUT", "consent") => SetConsent(Read(call)),
                ("GET", "quirks") => Of(quirks),
                ("PATCH", "quirks") => PatchQuirks(Read(call)),
                ("GET", "truth") => truth.Get(call),
                ("GET", "truth/changes") => truth.GetChanges(call),
                ("GET", "truth/parameters") => truth.GetParameters(call),
                ("GET", "truth/expectations") => truth.GetExpectations(call),
                ("GET", "truth/retention") => truth.GetRetention(call),
                _ => Refuse(404, Known),
            };
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return Refuse(400, exception.Message);
        }
    }

    public static Answer Of<T>(T value) => Answer.Of(200, JsonSerializer.SerializeToNode(value, Web) ?? new JsonObject());

    private static Answer Refuse(int status, string message) => Answer.Of(status, new JsonObject { ["error"] = message });

    private static Answer Clear(Action clear)
    {
        clear();
        return Of(new { done = true });
    }

    private Answer Clock() => Of(new { now = clock.GetUtcNow() });

    private Answer Advance(JsonObject body)
    {
        double seconds = (body["seconds"]?.GetValue<double>() ?? 0) + ((body["days"]?.GetValue<double>() ?? 0) * 86_400);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return Clock();
    }

    private Answer AddFault(IncomingCall call)
    {
        faults.Add(
            JsonSerializer.Deserialize<SimulatorFault>(call.Body.Span, Web) ?? throw new JsonException("A fault is expected."));
        return Of(new { pending = faults.Pending.Count });
    }

    private Answer SetStorm(IncomingCall call)
    {
        faults.Storm = JsonSerializer.Deserialize<SimulatorStorm?>(call.Body.Span, Web);
        return Of(faults.Storm);
    }

    private Answer SetThrottle(IncomingCall call)
    {
        throttle.Limit = JsonSerializer.Deserialize<SimulatorThrottle?>(call.Body.Span, Web);
        return Of(throttle.Limit);
    }

    private Answer Consent() => Of(new { answer = consent.Answer.ToString(), consent.AllowedReturnUrls });

    private Answer SetConsent(JsonObject body)
    {
        if (body["answer"]?.GetValue<string>() is { } answer)
        {
            consent.Answer = Enum.Parse<SimulatorConsentAnswer>(answer, ignoreCase: true);
        }

        foreach (JsonNode? address in body["allowedReturnUrls"] as JsonArray ?? [])
        {
            consent.AllowReturnUrl(new Uri(address!.GetValue<string>()));
        }

        return Consent();
    }

    private Answer PatchQuirks(JsonObject body)
    {
        foreach ((string name, JsonNode? value) in body)
        {
            System.Reflection.PropertyInfo property = typeof(SimulatorQuirks).GetProperties()
                .FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"There is no quirk '{name}'.");
            property.SetValue(quirks, value.Deserialize(property.PropertyType, Web));
        }

        return Of(quirks);
    }

    private static JsonObject Read(IncomingCall call) =>
        JsonNode.Parse(call.Body.Span) as JsonObject ?? throw new JsonException("A JSON object is expected.");
}
