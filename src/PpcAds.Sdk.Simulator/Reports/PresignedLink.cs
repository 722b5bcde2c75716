using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Signs and checks links to files: whoever has one may read, until it expires.</summary>
internal sealed class PresignedLink(int seed, string kind = "report")
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private readonly string _prefix = $"/_download/offline-{kind}-storage/";
    private readonly byte[] _key = Encoding.UTF8.GetBytes($"simulated signing key {seed.ToString(CultureInfo.InvariantCulture)}");

    public Uri Sign(Uri root, string id, DateTimeOffset now, TimeSpan lifetime)
    {
        string path = $"{_prefix}{id}/{now.ToUnixTimeMilliseconds()}/{kind}-{id}.json.gz";
        string date = now.ToString(DateFormat, CultureInfo.InvariantCulture);
        string seconds = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new Uri(
            root,
            $"{path}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date={date}&X-Amz-SignedHeaders=host&X-Amz-Expires={seconds}&X-Amz-Signature={Signature(path, date, seconds)}");
    }

    /// <summary>The report or export that a link is for; or an error in the words of S3.</summary>
    public (string? Id, string? ErrorXml) Read(string path, IReadOnlyDictionary<string, string> query, DateTimeOffset now)
    {
        string date = query.GetValueOrDefault("X-Amz-Date") ?? "";
        string seconds = query.GetValueOrDefault("X-Amz-Expires") ?? "";
        if (query.GetValueOrDefault("X-Amz-Signature") != Signature(path, date, seconds))
        {
            return (null, Error(
                "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided."));
        }

        DateTimeOffset signedAt = DateTimeOffset.ParseExact(
            date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return now >= signedAt.AddSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))
            ? (null, Error("AccessDenied", "Request has expired"))
            : (path[_prefix.Length..].Split('/')[0], null);
    }

    private static string Error(string code, string message) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""";

    private string Signature(string path, string date, string seconds) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}\n{date}\n{seconds}")));
}
