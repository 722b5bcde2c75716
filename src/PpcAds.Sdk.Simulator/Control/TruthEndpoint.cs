using System.Globalization;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Control;

/// <summary>What is true in the simulated world, for comparison with what was read through the API.</summary>
internal sealed class TruthEndpoint(SimulatorTruth truth, Func<SimulatorRegion, Uri> endpointOf)
{
    public Answer Get(IncomingCall call)
    {
        if (call.Query.Count == 0)
        {
            return ControlEndpoint.Of(new
            {
                regions = Enum.GetValues<SimulatorRegion>()
                    .ToDictionary(region => region.ToString(), region => endpointOf(region).AbsoluteUri.TrimEnd('/')),
                profiles = truth.Profiles,
            });
        }

        var what = new Question(call);
        DateTimeOffset? observedAt = Instant(call, "asOf");
        return call.Query["rows"] == "true"
            ? ControlEndpoint.Of(truth.GetRows(what.ProfileId, what.ReportTypeId, what.GroupBy, what.Start, what.End, observedAt))
            : ControlEndpoint.Of(
                truth.GetTotals(what.ProfileId, what.ReportTypeId, what.GroupBy, what.Start, what.End, observedAt));
    }

    public Answer GetChanges(IncomingCall call)
    {
        var what = new Question(call);
        return ControlEndpoint.Of(truth.GetChanges(
            what.ProfileId,
            what.ReportTypeId,
            what.GroupBy,
            what.Start,
            what.End,
            Instant(call, "from") ?? throw new ArgumentException("from, an instant, is missing."),
            Instant(call, "to") ?? throw new ArgumentException("to, an instant, is missing.")));
    }

    public Answer GetRetention(IncomingCall call) =>
        ControlEndpoint.Of(new { days = truth.GetRetentionDays(call.Query["reportTypeId"].ToString()) });

    public Answer GetParameters(IncomingCall call) => ControlEndpoint.Of(truth.GetParameters(Question.ProfileOf(call)));

    public Answer GetExpectations(IncomingCall call) => ControlEndpoint.Of(
        truth.GetExpectations(Question.ProfileOf(call), Question.DayOf(call, "startDate"), Question.DayOf(call, "endDate")));

    private static DateTimeOffset? Instant(IncomingCall call, string name) =>
        call.Query[name].ToString() is { Length: > 0 } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private sealed class Question(IncomingCall call)
    {
        public long ProfileId { get; } = ProfileOf(call);

        public string ReportTypeId { get; } = Required(call, "reportTypeId");

        public string[] GroupBy { get; } = Required(call, "groupBy").Split(',');

        public DateOnly Start { get; } = DayOf(call, "startDate");

        public DateOnly End { get; } = DayOf(call, "endDate");

        public static long ProfileOf(IncomingCall call) =>
            long.Parse(Required(call, "profileId"), CultureInfo.InvariantCulture);

        public static DateOnly DayOf(IncomingCall call, string name) =>
            DateOnly.ParseExact(Required(call, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

        private static string Required(IncomingCall call, string name) =>
            call.Query[name].ToString() is { Length: > 0 } text ? text : throw new ArgumentException($"{name} is missing.");
    }
}
