using System.Globalization;
using System.Text.Json;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>Writes pages of lists as Sponsored Products v3 has them.</summary>
internal static class ListPageWriter
{
    public static void Write(Utf8JsonWriter writer, ListedAccount account, ListKind kind, long first, long count)
    {
        long total = account.CountOf(kind);
        long end = Math.Min(total, first + count);
        writer.WriteStartObject();
        writer.WriteNumber("totalResults", total);
        if (end < total)
        {
            writer.WriteString("nextToken", end.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteStartArray(MemberOf(kind));
        for (long number = first; number < end; number++)
        {
            writer.WriteStartObject();
            WriteEntity(writer, account, kind, number);
            writer.WriteString("state", number % 10 == 0 ? "PAUSED" : "ENABLED");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string MemberOf(ListKind kind) => kind switch
    {
        ListKind.Campaigns => "campaigns",
        ListKind.AdGroups => "adGroups",
        ListKind.Keywords => "keywords",
        _ => "targetingClauses",
    };

    private static void WriteEntity(Utf8JsonWriter writer, ListedAccount account, ListKind kind, long number)
    {
        switch (kind)
        {
            case ListKind.Campaigns:
                WriteId(writer, account, "campaignId", kind, number);
                WriteText(writer, "name", "Campaign", number);
                writer.WriteString("targetingType", "MANUAL");
                writer.WriteString("startDate", "2026-01-12");
                writer.WriteStartObject("budget");
                writer.WriteNumber("budget", 10 + (number % 90));
                writer.WriteString("budgetType", "DAILY");
                writer.WriteEndObject();
                writer.WriteStartObject("dynamicBidding");
                writer.WriteString("strategy", "LEGACY_FOR_SALES");
                writer.WriteEndObject();
                break;
            case ListKind.AdGroups:
                WriteId(writer, account, "adGroupId", kind, number);
                WriteId(writer, account, "campaignId", ListKind.Campaigns, account.CampaignOf(number));
                WriteText(writer, "name", "Ad group", number);
                writer.WriteNumber("defaultBid", BidOf(number));
                break;
            case ListKind.Keywords:
                WriteId(writer, account, "keywordId", kind, number);
                WriteParents(writer, account, number);
                WriteText(writer, "keywordText", "blue coffee mug with handle", number);
                writer.WriteString("matchType", (number % 3) switch { 0 => "EXACT", 1 => "PHRASE", _ => "BROAD" });
                writer.WriteNumber("bid", BidOf(number));
                break;
            default:
                WriteId(writer, account, "targetId", kind, number);
                WriteParents(writer, account, number);
                writer.WriteString("expressionType", "MANUAL");
                WriteExpression(writer, "expression", number);
                WriteExpression(writer, "resolvedExpression", number);
                writer.WriteNumber("bid", BidOf(number));
                break;
        }
    }

    private static void WriteParents(Utf8JsonWriter writer, ListedAccount account, long number)
    {
        long adGroup = account.AdGroupOf(number);
        WriteId(writer, account, "adGroupId", ListKind.AdGroups, adGroup);
        WriteId(writer, account, "campaignId", ListKind.Campaigns, account.CampaignOf(adGroup));
    }

    private static void WriteExpression(Utf8JsonWriter writer, string name, long number)
    {
        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteString("type", "ASIN_SAME_AS");
        writer.WriteString("value", string.Create(CultureInfo.InvariantCulture, $"B{number:D9}"));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>Amazon writes these ids as texts.</summary>
    private static void WriteId(Utf8JsonWriter writer, ListedAccount account, string name, ListKind kind, long number) =>
        writer.WriteString(name, account.IdOf(kind, number).ToString(CultureInfo.InvariantCulture));

    private static void WriteText(Utf8JsonWriter writer, string name, string text, long number) =>
        writer.WriteString(name, string.Create(CultureInfo.InvariantCulture, $"{text} {number}"));

    private static decimal BidOf(long number) => 0.25m + (number % 200 / 100m);
}
