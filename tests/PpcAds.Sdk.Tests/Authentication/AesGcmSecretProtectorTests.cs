using System.Security.Cryptography;
using System.Text;
using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Authentication;
using Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class AesGcmSecretProtectorTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(100, 32).Select(number => (byte)number)];

    [Fact]
    public void Any_secret_comes_back_and_is_not_readable_in_between()
    {
        var protector = new AesGcmSecretProtector(Key);

        Gen.String[6, 200].Where(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text).Sample(secret =>
        {
            string text = protector.Protect(secret, "account/1");
            return protector.Unprotect(text, "account/1") == secret && !text.Contains(secret, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_same_secret_looks_different_each_time()
    {
        var protector = new AesGcmSecretProtector(Key);

        protector.Protect("secret", "purpose").Should().NotBe(protector.Protect("secret", "purpose"));
    }

    [Fact]
    public void Another_purpose_another_key_and_a_changed_text_are_refused()
    {
        var protector = new AesGcmSecretProtector(Key);
        string text = protector.Protect("secret", "account/1");
        string changed = text[..^2] + (text[^2] == 'A' ? 'B' : 'A') + text[^1];

        foreach (Action unprotect in (Action[])
        [
            () => protector.Unprotect(text, "account/2"),
            () => protector.Unprotect(changed, "account/1"),
            () => protector.Unprotect("secret", "account/1"),
            () => protector.Unprotect("g1.short", "account/1"),
            () => new AesGcmSecretProtector(OtherKey).Unprotect(text, "account/1"),
        ])
        {
            unprotect.Should().Throw<CryptographicException>();
        }
    }

    [Fact]
    public void A_former_key_still_decrypts()
    {
        string text = new AesGcmSecretProtector(OtherKey).Protect("secret", "purpose");

        new AesGcmSecretProtector(Key, OtherKey).Unprotect(text, "purpose").Should().Be("secret");
    }

    [Fact]
    public void A_short_key_is_refused()
    {
        Action make = () => _ = new AesGcmSecretProtector(Key.AsSpan(0, 16));

        make.Should().Throw<ArgumentException>().WithMessage("*32 bytes*");
    }
}
