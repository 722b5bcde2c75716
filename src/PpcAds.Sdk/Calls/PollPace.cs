using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>How often something that Amazon makes is looked at: a young one often, an old one seldom.</summary>
internal static class PollPace
{
    /// <summary>A quarter of its age, within bounds.</summary>
    public static TimeSpan DelayAt(TimeSpan age, AmazonAdsClientOptions options)
    {
        TimeSpan quarter = age / 4;
        return quarter < options.ReportPollMinDelay ? options.ReportPollMinDelay
            : quarter > options.ReportPollMaxDelay ? options.ReportPollMaxDelay
            : quarter;
    }
}
