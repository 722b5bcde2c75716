using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <summary>
/// What the options must satisfy; the same rules with dependency injection (at start) and without (in the constructor).
/// </summary>
internal static class AmazonAdsClientOptionsRules
{
    /// <summary>A copy that satisfies the rules.</summary>
    /// <exception cref="PpcAdsValidationException">It does not.</exception>
    public static AmazonAdsClientOptions Checked(AmazonAdsClientOptions options)
    {
        AmazonAdsClientOptions copy = options.Clone();
        IReadOnlyList<InputProblem> problems = Check(copy);
        return problems.Count == 0 ? copy : throw new PpcAdsValidationException(nameof(AmazonAdsClientOptions), problems);
    }

    public static IReadOnlyList<InputProblem> Check(AmazonAdsClientOptions options)
    {
        var problems = new List<InputProblem>();
        CheckEndpoint(nameof(AmazonAdsEndpoints.NorthAmerica), options.Endpoints.NorthAmerica);
        CheckEndpoint(nameof(AmazonAdsEndpoints.Europe), options.Endpoints.Europe);
        CheckEndpoint(nameof(AmazonAdsEndpoints.FarEast), options.Endpoints.FarEast);
        CheckEndpoint(nameof(AmazonAdsEndpoints.Token), options.Endpoints.Token);
        CheckEndpoint(nameof(AmazonAdsEndpoints.NorthAmericaConsent), options.Endpoints.NorthAmericaConsent);
        CheckEndpoint(nameof(AmazonAdsEndpoints.EuropeConsent), options.Endpoints.EuropeConsent);
        CheckEndpoint(nameof(AmazonAdsEndpoints.FarEastConsent), options.Endpoints.FarEastConsent);
        CheckPositive(nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckPositive(nameof(options.TotalTimeout), options.TotalTimeout);
        CheckPositive(nameof(options.RetryBaseDelay), options.RetryBaseDelay);
        CheckPositive(nameof(options.RetryMaxDelay), options.RetryMaxDelay);
        CheckPositive(nameof(options.ReportPollMinDelay), options.ReportPollMinDelay);
        CheckPositive(nameof(options.ReportPollMaxDelay), options.ReportPollMaxDelay);
        CheckPositive(nameof(options.ReportTimeout), options.ReportTimeout);
        CheckPositive(nameof(options.ExportTimeout), options.ExportTimeout);
        CheckRange(nameof(options.MaxAttempts), options.MaxAttempts, 1, 100);
        CheckRange(nameof(options.MaxConcurrentCallsPerAccount), options.MaxConcurrentCallsPerAccount, 1, 1000);
        CheckRange(nameof(options.PageSize), options.PageSize, 1, 1000);
        CheckRange(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 4096, int.MaxValue);
        if (options.RefreshTokenAhead < TimeSpan.Zero || options.RefreshTokenAhead > TimeSpan.FromMinutes(50))
        {
            Add(
                nameof(options.RefreshTokenAhead),
                options.RefreshTokenAhead,
                "must lie between 0 and 50 minutes; a token lives for 60.");
        }

        IReadOnlyList<AmazonAdsRegion> regions = options.GetRegions();
        if (regions.Count == 0 || regions.Any(region => !Enum.IsDefined(region)))
        {
            string reason = regions.Count == 0
                ? "must name at least one region; leave it out for all."
                : "names a region that is not known.";
            problems.Add(new InputProblem(nameof(options.Regions), string.Join(", ", regions), reason)
            {
                AllowedValues = Enum.GetNames<AmazonAdsRegion>(),
            });
        }

        ThrottlingOptionsRules.Check(options.Throttling, problems);
        return problems;

        void Add(string field, object value, string reason) => problems.Add(new InputProblem(field, value.ToString(), reason));

        void CheckEndpoint(string name, Uri? endpoint)
        {
            if (endpoint is null || !endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
            {
                problems.Add(new InputProblem(
                    $"Endpoints.{name}", endpoint?.ToString(), "must be an absolute https address (http only on this machine)."));
            }
        }

        void CheckPositive(string name, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                Add(name, value, "must be longer than 0 and at most 1 day.");
            }
        }

        void CheckRange(string name, int value, int lowest, int highest)
        {
            if (value < lowest || value > highest)
            {
                Add(name, value, $"must lie between {lowest} and {highest}.");
            }
        }
    }
}
