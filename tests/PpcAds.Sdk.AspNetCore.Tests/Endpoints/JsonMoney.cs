using System.Globalization;
using System.Text.Json;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>Money in answers: text, so that no client rounds it.</summary>
internal static class JsonMoney
{
    public static decimal GetMoney(this JsonElement element) => decimal.Parse(element.GetString()!, CultureInfo.InvariantCulture);
}
