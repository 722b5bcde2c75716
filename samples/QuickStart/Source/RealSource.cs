using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;

namespace QuickStart.Source;

/// <summary>Amazon, or whatever answers at the endpoints that the environment names. Credentials stay in memory.</summary>
internal sealed class RealSource : ISource
{
    private static readonly (string Name, string Meaning)[] Required =
    [
        ("PPCADS_CLIENT_ID", "the client id of your Login with Amazon security profile, amzn1.application-oa2-client.…"),
        ("PPCADS_CLIENT_SECRET", "the client secret of the client id"),
        ("PPCADS_REFRESH_TOKEN", "the refresh token from the advertiser's consent, which begins with Atzr"),
    ];

    private readonly AmazonAdsRegion[]? _regions;
    private readonly Uri? _endpoint;
    private readonly Uri? _tokenEndpoint;

    private RealSource(AmazonAdsRegion? region, Uri? endpoint, Uri? tokenEndpoint, TimeSpan shift)
    {
        _endpoint = endpoint;
        _tokenEndpoint = tokenEndpoint;

        // One address cannot stand for all regions.
        _regions = region is { } one ? [one] : endpoint is null ? null : [AmazonAdsRegion.NorthAmerica];
        Credentials = new LwaCredentials(Variable(Required[0].Name)!, Variable(Required[1].Name)!, Variable(Required[2].Name)!);
        Time = new ShiftedTime(() => TimeProvider.System.GetUtcNow() + shift);
    }

    public string Name => $"Amazon, client {Credentials.ClientId}";

    public LwaCredentials Credentials { get; }

    public TimeProvider Time { get; }

    /// <summary>Reads the environment.</summary>
    /// <param name="settings">The command line.</param>
    /// <param name="cancellationToken">Ends the check of the endpoint.</param>
    /// <returns>The source, or one line for each variable that is missing or wrong.</returns>
    public static async Task<(RealSource? Source, IReadOnlyList<string> Problems)> CreateAsync(Settings settings, CancellationToken cancellationToken)
    {
        List<string> found =
        [
            .. Required.Where(variable => string.IsNullOrWhiteSpace(Variable(variable.Name)))
                .Select(variable => $"{variable.Name} is missing: {variable.Meaning}."),
        ];
        AmazonAdsRegion? region = null;
        switch (Variable("PPCADS_REGION")?.ToUpperInvariant())
        {
            case null or "":
                break;
            case "NA":
                region = AmazonAdsRegion.NorthAmerica;
                break;
            case "EU":
                region = AmazonAdsRegion.Europe;
                break;
            case "FE":
                region = AmazonAdsRegion.FarEast;
                break;
            default:
                found.Add($"PPCADS_REGION is '{Variable("PPCADS_REGION")}'; expected is NA, EU or FE, or nothing for all.");
                break;
        }

        Uri? endpoint = Address("PPCADS_ENDPOINT", found);
        Uri? token = Address("PPCADS_TOKEN_ENDPOINT", found);
        return found.Count > 0
            ? (null, found)
            : (new RealSource(region, endpoint, token, await FindShiftAsync(settings, endpoint, cancellationToken)), found);
    }

    public void Configure(PpcAdsOptions options)
    {
        if (_regions is not null)
        {
            options.Client.Regions = [.. _regions];
        }

        if (_tokenEndpoint is not null)
        {
            options.Client.Endpoints.Token = _tokenEndpoint;
        }

        if (_endpoint is null)
        {
            return;
        }

        options.Client.Endpoints.NorthAmerica = _endpoint;
        options.Client.Endpoints.Europe = _endpoint;
        options.Client.Endpoints.FarEast = _endpoint;
        options.Client.ReportPollMinDelay = TimeSpan.FromSeconds(1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A simulator may run on another day than this machine: its answers show which.</summary>
    private static async Task<TimeSpan> FindShiftAsync(Settings settings, Uri? endpoint, CancellationToken cancellationToken)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (settings.AsOf is { } day)
        {
            return new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero) - now;
        }

        if (endpoint is null)
        {
            return TimeSpan.Zero;
        }

        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using HttpResponseMessage answer = await http.GetAsync(endpoint, cancellationToken);
            TimeSpan shift = (answer.Headers.Date ?? now) - now;
            return shift.Duration() > TimeSpan.FromMinutes(5) ? shift : TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The sync itself reports what is wrong with the address.
            return TimeSpan.Zero;
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static Uri? Address(string name, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(Variable(name)))
        {
            return null;
        }

        if (Uri.TryCreate(Variable(name), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address.AbsoluteUri.EndsWith('/') || name.Contains("TOKEN", StringComparison.Ordinal) ? address : new Uri(address.AbsoluteUri + "/");
        }

        problems.Add($"{name} is '{Variable(name)}'; expected is an address such as http://127.0.0.1:9321.");
        return null;
    }
}
